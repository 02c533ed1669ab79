/**
 * Calls `visit(node, parents)` for every node of a syntax tree (https://github.com/estree/estree), parents first; the
 * nearest one is the last.
 * @param {any} node
 * @param {(node: any, parents: readonly any[]) => void} visit
 * @param {any[]} [parents]
 */
export function walk(node, visit, parents = []) {
  visit(node, parents);
  parents.push(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') walk(child, visit, parents);
  parents.pop();
}

/**
 * The name of what a member expression reads, a call calls or an identifier is; of `a?.['b']` it is `b`.
 * @param {any} node
 * @returns {string | undefined}
 */
export function nameOf(node) {
  if (node.type === 'ChainExpression') return nameOf(node.expression);
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return undefined;
  if (!node.computed) return node.property.name;
  return textOf(node.property);
}

/**
 * A text that stands there as it is.
 * @param {any} node
 * @returns {string | undefined}
 */
export function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
}
