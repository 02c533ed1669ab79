import { describe, expect, it } from 'vitest';
import { MAX_NAME } from '../../../src/core/hand-made.js';
import { lightPage } from '../../support/light-page.js';

/** What each element with `class="x"` is called, in the order of the document. */
const called = (by: 'key' | 'field' | 'form' | 'region' | 'role' | 'kind', text: string): string[] => {
  const { findAll, names } = lightPage(text);
  return findAll('.x').map((el) => names[by](el));
};

describe('what an element is', () => {
  it.each([
    ['a', 'link'],
    ['button', 'button'],
    ['summary', 'summary'],
    ['textarea', 'textbox'],
    ['select', 'combobox'],
    ['option', 'option'],
    ['img', 'img'],
    ['p', 'generic'],
    ['div type="radio"', 'generic'],
    ['constructor', 'generic'],
    ['input', 'textbox'],
    ['input type="constructor"', 'textbox'],
    ['input type="email"', 'textbox'],
    ['input type="button"', 'button'],
    ['input type="SUBMIT"', 'button'],
    ['input type="reset"', 'button'],
    ['input type="image"', 'button'],
    ['input type="checkbox"', 'checkbox'],
    ['input type="radio"', 'radio'],
    ['input type="range"', 'slider'],
    ['input type="number"', 'spinbutton'],
    ['input type="search"', 'searchbox'],
    ['input type="file"', 'file'],
    ['input type="color"', 'color'],
    ['input type="date"', 'date'],
    ['input type="time"', 'date'],
    ['input type="month"', 'date'],
    ['input type="week"', 'date'],
    ['input type="datetime-local"', 'date'],
  ])('<%s> is a %s', (tag, kind) => {
    expect(called('kind', `<${tag} class="x">`)).toEqual([kind]);
    expect(called('role', `<${tag} class="x">`)).toEqual([kind]);
  });

  it.each([
    ['switch', 'switch'],
    [' tab ', 'tab'],
    ['menuitem button', 'menuitem'],
    ['', 'button'],
    ['1tab', 'button'],
  ])('a button with the role "%s" is a %s', (role, said) => {
    expect(called('role', `<button class="x" role="${role}">`)).toEqual([said]);
    expect(called('kind', `<button class="x" role="${role}">`)).toEqual(['button']);
  });
});

describe('the name of a control', () => {
  it('is what the author gave for it, before all else', () => {
    expect(
      called(
        'key',
        `<button class="x" data-antes-key="k" data-antes-anchor="a" data-antes-step="s" id="i" name="n"></button>
         <button class="x" data-antes-anchor="a" data-antes-step="s" id="j"></button>
         <button class="x" data-antes-step="s" id="l"></button>
         <button class="x" id="pay" name="n"></button>`,
      ),
    ).toEqual(['k', 'a', 's', 'pay']);
  });

  it('is no longer than names are', () => {
    expect(called('key', `<p class="x" data-antes-key="${'k'.repeat(MAX_NAME + 5)}">`)).toEqual([
      'k'.repeat(MAX_NAME),
    ]);
  });

  it('is the name of a field; radios, boxes and buttons may share theirs and are counted in it', () => {
    expect(
      called(
        'key',
        `<form id="f"><input class="x" name="email"><input class="x" type="radio" name="pay">
         <input class="x" type="radio" name="ship"><input class="x" type="radio" name="ship">
         <input class="x" type="checkbox" name="news"><button class="x" name="go"></button></form>`,
      ),
    ).toEqual(['email', 'pay1', 'ship1', 'ship2', 'news1', 'go1']);
  });

  it('is not one that a machine has made, nor with a number of an order in it', () => {
    expect(
      called(
        'key',
        `<form id="f"><button class="x" id=":r1:"></button><input class="x" name="order-81723">
         <input class="x" id="radix-7" name="city"></form>`,
      ),
    ).toEqual(['f/button1', 'f/textbox1', 'city']);
  });

  it('is its place among its like below the nearest named part, else in the page', () => {
    expect(
      called(
        'key',
        `<button class="x"></button><p></p><p class="x"></p>
         <div id="cart"><div id=":r2:"><p><button></button><button class="x"></button></p></div></div>
         <main><a></a><a class="x"></a><a class="x" role="button"></a></main>
         <section><button class="x"></button></section>
         <section aria-label="Basket"><button class="x"></button></section>
         <div data-antes-step="pay"><b class="x"></b></div>`,
      ),
    ).toEqual([
      'page/button1',
      'page/p2',
      'cart/button2',
      'main1/link2',
      'main1/a-button1',
      'page/button4',
      'section2/button1',
      'pay/b1',
    ]);
  });

  it('counts parts that are named by their role only, or by nothing, where they stand', () => {
    expect(
      called(
        'key',
        `<main id="m"><form></form><form><button class="x"></button></form>
         <div role="dialog"></div><div role="tab"></div><div role="dialog"><button class="x"></button></div></main>`,
      ),
    ).toEqual(['form2/button1', 'div-dialog2/button1']);
  });

  it('is the same after a framework has replaced the node, its text and its generated id', () => {
    const page = (id: string, text: string) =>
      `<section aria-labelledby="h"><button></button><button class="x" id="${id}">${text}</button></section>`;
    expect(called('key', page(':r2:', 'Two'))).toEqual(called('key', page(':r8:', 'Dos')));
  });
});

describe('the name of a field', () => {
  it('is one for all radios of a group, and the name before the id', () => {
    expect(
      called(
        'field',
        `<form id="f"><input class="x" type="radio" name="ship"><input class="x" type="radio" name="ship">
         <input class="x" name="email" id="e"><input class="x" name="x[12345]" id="phone">
         <input class="x" data-antes-key="card" name="number"><input class="x" id=":r1:"></form>`,
      ),
    ).toEqual(['ship', 'ship', 'email', 'phone', 'card', 'f/textbox6']);
  });
});

describe('what is around an element', () => {
  const PAGE = `<p class="x"></p><form id="f" class="x"><section aria-label="Card"><input class="x"></section></form>
    <nav id="menu"><p><a class="x"></a></p></nav><div role="search" data-antes-key="find"><input class="x"></div>
    <div data-antes-anchor="box"><b class="x"></b></div>`;

  it('is the nearest form, dialog, landmark or part that is named for Antes; the element itself is not around it', () => {
    expect(called('region', PAGE)).toEqual(['page', 'page', 'section1', 'menu', 'find', 'box']);
  });

  it('is for a field its form, or where there is none, the same', () => {
    expect(called('form', PAGE)).toEqual(['page', 'f', 'f', 'menu', 'find', 'box']);
  });
});
