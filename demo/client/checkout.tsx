import { render } from 'preact';
import { CheckoutFlow } from './CheckoutFlow.js';

const place = document.getElementById('checkout');
if (place) {
  place.replaceChildren();
  render(<CheckoutFlow />, place);
}
