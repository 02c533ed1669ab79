/** A page that is being left gives up what it was fetching: that is told only if the page is still there after so long. */
export const LEAVING_MS = 500;
