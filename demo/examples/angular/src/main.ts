import 'zone.js';
// Links the libraries in the browser. The Angular CLI does that when it builds, and needs no such line.
import '@angular/compiler';
import { bootstrapApplication } from '@angular/platform-browser';
import { Payment } from './payment.component.js';

void bootstrapApplication(Payment);
