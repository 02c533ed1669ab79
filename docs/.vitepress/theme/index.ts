import type { Theme } from 'vitepress';
import base from 'vitepress/theme-without-fonts';
import Live from './Live.vue';
import './style.css';

export default {
  extends: base,
  enhanceApp({ app }) {
    app.component('Live', Live);
  },
} satisfies Theme;
