const words = (text: string) => text.trim().split(/\s+/);

/** Members of a form that a control of the same name replaces. */
export const FORM_MEMBERS: readonly string[] = words(`
  closest matches id tagName className parentNode getAttribute nodeType isConnected getRootNode addEventListener
  localName parentElement children childNodes firstChild nextSibling nextElementSibling previousElementSibling
  ownerDocument shadowRoot textContent hidden lang dir style dataset attributes classList setAttribute removeAttribute
  hasAttribute toggleAttribute append prepend after before remove replaceWith appendChild insertBefore removeChild
  contains compareDocumentPosition querySelector querySelectorAll getBoundingClientRect getClientRects checkVisibility
  scrollIntoView getAnimations focus blur click submit requestSubmit reset elements length action method target
  dispatchEvent removeEventListener clientWidth clientHeight offsetParent namespaceURI toString`);

/** Members of a document that an image of the same name replaces. */
export const DOCUMENT_MEMBERS: readonly string[] = words(`
  querySelector cookie readyState visibilityState currentScript body
  querySelectorAll getElementById documentElement head activeElement hidden title baseURI URL referrer defaultView
  fullscreenElement adoptedStyleSheets styleSheets elementFromPoint elementsFromPoint hasFocus getSelection
  createElement createElementNS createTextNode createComment createDocumentFragment createTreeWalker createRange
  createEvent importNode adoptNode addEventListener removeEventListener dispatchEvent contains getRootNode nodeType
  append children scrollingElement implementation fonts forms images links scripts domain characterSet contentType
  compatMode doctype parentNode parentElement host ownerDocument isConnected textContent getAnimations`);
