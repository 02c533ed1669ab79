// @ts-check

/** What Antes gives servers to make reports with; the build puts it there. @returns {Promise<typeof import('../../src/insights.js')>} */
export const loadReport = () => import(new URL('../../dist/insights.js', import.meta.url).href);
