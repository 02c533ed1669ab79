// A button that somebody forgot to connect.
