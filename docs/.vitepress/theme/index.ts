import type { Theme } from 'vitepress';
import base from 'vitepress/theme-without-fonts';
import Live from './Live.vue';
import Look from './Look.vue';
import Looks from './Looks.vue';
import './style.css';

export default {
  extends: base,
  enhanceApp({ app }) {
    app.component('Live', Live);
    app.component('Look', Look);
    app.component('Looks', Looks);
  },
} satisfies Theme;
