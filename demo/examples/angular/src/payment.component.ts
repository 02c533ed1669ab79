import { Component, CUSTOM_ELEMENTS_SCHEMA, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { AntesService } from './antes.service.js';

@Component({
  selector: 'app-payment',
  imports: [ReactiveFormsModule],
  // Only where you write elements of Antes into templates yourself.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Payment</h1>
      <form id="pay" data-antes-anchor="payment" [formGroup]="form" (ngSubmit)="pay()">
        <label>
          Card number
          <input id="card" inputmode="numeric" data-antes-anchor="card" formControlName="card" />
        </label>
        <button data-antes-commit>Pay 42 €</button>
        <p id="status" role="status">{{ status() }}</p>
      </form>
    </main>
  `,
})
export class Payment {
  readonly form = new FormGroup({ card: new FormControl('', Validators.required) });
  readonly status = signal('');
  private readonly antes = inject(AntesService).antes;

  constructor() {
    this.antes.register('pay.paypal', () => {
      this.status.set('Paid with PayPal.');
      this.antes.emit('order-placed', { method: 'paypal' });
    });
  }

  pay(): void {
    if (this.form.invalid) return;
    // Your server says so; here every card is declined.
    this.status.set('Your card was declined.');
    this.antes.emit('payment-failure', { code: 'card_declined' });
  }
}
