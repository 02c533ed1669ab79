import { useData } from 'vitepress';
import { computed, onMounted, ref, type ComputedRef } from 'vue';
import { look } from './looks.ts';

/** The colours to be shown: those of the site, until somebody has chosen. What was drawn on the server is light. */
export function useColours(): ComputedRef<string> {
  const { isDark } = useData();
  const isThere = ref(false);
  onMounted(() => (isThere.value = true));
  return computed(() => look.colours ?? (isThere.value && isDark.value ? 'dark' : 'light'));
}
