// @ts-check

/**
 * What the shop remembers. The money rules live in the constraints: one order per basket, one charge per order,
 * one payment per idempotency key. Code may have bugs; a second charge is still refused.
 */
export const schema = `
CREATE TABLE IF NOT EXISTS products (
  id TEXT PRIMARY KEY, category TEXT NOT NULL, price_cents INTEGER NOT NULL CHECK (price_cents > 0),
  position INTEGER NOT NULL, available INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS sessions (
  id TEXT PRIMARY KEY, faults TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS baskets (
  id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'ordered')),
  address TEXT, delivery TEXT, coupon TEXT, gift_wrap INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS one_open_basket ON baskets(session_id) WHERE status = 'open';
CREATE TABLE IF NOT EXISTS basket_items (
  basket_id TEXT NOT NULL REFERENCES baskets(id) ON DELETE CASCADE, product_id TEXT NOT NULL REFERENCES products(id),
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 9), PRIMARY KEY (basket_id, product_id)
);
CREATE TABLE IF NOT EXISTS payments (
  id TEXT PRIMARY KEY, idempotency_key TEXT NOT NULL UNIQUE, session_id TEXT NOT NULL, fingerprint TEXT NOT NULL,
  basket_id TEXT NOT NULL REFERENCES baskets(id), method TEXT NOT NULL, card_last4 TEXT, amount_cents INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'accepted', 'declined')), code TEXT, answer TEXT,
  created_at INTEGER NOT NULL, finished_at INTEGER
);
CREATE UNIQUE INDEX IF NOT EXISTS one_live_payment ON payments(basket_id) WHERE status IN ('pending', 'accepted');
CREATE TABLE IF NOT EXISTS orders (
  id TEXT PRIMARY KEY, basket_id TEXT NOT NULL UNIQUE REFERENCES baskets(id), session_id TEXT NOT NULL, lang TEXT NOT NULL,
  email TEXT NOT NULL, address TEXT NOT NULL, delivery TEXT NOT NULL, gift_wrap INTEGER NOT NULL, coupon TEXT, method TEXT NOT NULL,
  subtotal_cents INTEGER NOT NULL, discount_cents INTEGER NOT NULL, delivery_cents INTEGER NOT NULL,
  gift_wrap_cents INTEGER NOT NULL, total_cents INTEGER NOT NULL,
  placed_at INTEGER NOT NULL, due_at INTEGER NOT NULL, travelled_ms REAL NOT NULL DEFAULT 0, travelled_at INTEGER NOT NULL,
  exception INTEGER NOT NULL DEFAULT 0, instruction TEXT
);
CREATE TABLE IF NOT EXISTS order_items (
  order_id TEXT NOT NULL REFERENCES orders(id) ON DELETE CASCADE, product_id TEXT NOT NULL REFERENCES products(id),
  quantity INTEGER NOT NULL, unit_cents INTEGER NOT NULL, PRIMARY KEY (order_id, product_id)
);
CREATE TABLE IF NOT EXISTS charges (
  id TEXT PRIMARY KEY, order_id TEXT NOT NULL UNIQUE REFERENCES orders(id), payment_id TEXT NOT NULL UNIQUE REFERENCES payments(id),
  amount_cents INTEGER NOT NULL, created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS order_access (
  session_id TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE, order_id TEXT NOT NULL REFERENCES orders(id) ON DELETE CASCADE,
  granted_at INTEGER NOT NULL, PRIMARY KEY (session_id, order_id)
);
CREATE TABLE IF NOT EXISTS callbacks (
  id TEXT PRIMARY KEY, session_id TEXT NOT NULL, name TEXT, phone TEXT NOT NULL, topic TEXT, moment TEXT, message TEXT, handoff TEXT,
  created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS chat_messages (
  id TEXT PRIMARY KEY, session_id TEXT NOT NULL, author TEXT NOT NULL, body TEXT NOT NULL, created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS handoffs (
  id TEXT PRIMARY KEY, session_id TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('phone', 'chat')), code TEXT UNIQUE,
  handoff TEXT NOT NULL, created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS outcomes (
  sid TEXT NOT NULL, seq INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (sid, seq)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS newsletter (email TEXT PRIMARY KEY, created_at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS help_votes (
  session_id TEXT NOT NULL, slug TEXT NOT NULL, helped INTEGER NOT NULL, created_at INTEGER NOT NULL, PRIMARY KEY (session_id, slug)
);
CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL);
`;
