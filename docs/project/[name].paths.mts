import { projectPages } from '../.vitepress/outside.mts';

/** CHANGELOG.md and others, which lie where code hosts look for them. */
export default { paths: projectPages };
