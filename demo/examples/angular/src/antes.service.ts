import { Injectable, type OnDestroy } from '@angular/core';
import { start } from 'antes';

/** One instance for the application. It runs outside of Angular's zone by itself: nothing it does checks a component. */
@Injectable({ providedIn: 'root' })
export class AntesService implements OnDestroy {
  readonly antes = start('/antes.json', { locale: 'en' });

  ngOnDestroy(): void {
    this.antes.stop();
  }
}
