// The whole of this shop's side of Antes in the checkout. Nothing here waits for Antes or needs it: commands go into a queue.

interface Antes {
  emit(event: string, data?: Record<string, unknown>): void;
  facts(patch: Record<string, unknown>): void;
  register(name: string, fn: (...args: unknown[]) => unknown): void;
}

declare global {
  interface Window {
    antes?: { push(...commands: ((antes: Antes) => void)[]): unknown };
  }
}

const tell = (command: (antes: Antes) => void): void => void window.antes?.push(command);

export const paymentFailed = (code: string, attempt: number): void =>
  tell((antes) => {
    antes.facts({ 'payment.lastCode': code });
    antes.emit('payment-failure', { code, attempt });
  });

export const paymentAccepted = (): void => tell((antes) => antes.emit('payment-accepted', {}));

export const orderPlaced = (order: { id: string; state: string; eta: number }): void =>
  tell((antes) => {
    antes.facts({
      'order.id': order.id,
      'order.state': order.state,
      'order.eta': new Date(order.eta).toISOString(),
    });
    antes.emit('order-placed');
  });

export const couponRejected = (code: string): void =>
  tell((antes) => antes.emit('coupon-rejected', { code }));

/** There is a street, from the list or written by hand. */
export const addressFound = (): void => tell((antes) => antes.emit('address-found'));

export const paymentMethodChosen = (method: string): void =>
  tell((antes) => antes.facts({ 'payment.method': method }));

export const basketTotal = (cents: number): void =>
  tell((antes) => antes.facts({ 'basket.total': cents / 100 }));

/** What help texts may ask the checkout to do. Each step offers what it can while it is on screen. */
export type HostFunction = 'pay.paypal' | 'pay.invoice' | 'address.manual';
const offered = new Map<HostFunction, () => void>();

/** For `useEffect`: offers the functions and takes them back. */
export function offer(functions: Partial<Record<HostFunction, () => void>>): () => void {
  const entries = Object.entries(functions) as [HostFunction, () => void][];
  for (const [name, fn] of entries) offered.set(name, fn);
  return () => entries.forEach(([name, fn]) => offered.get(name) === fn && offered.delete(name));
}

for (const name of ['pay.paypal', 'pay.invoice', 'address.manual'] as const) {
  tell((antes) => antes.register(name, () => offered.get(name)?.()));
}
