import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';

const DOCS = fileURLToPath(new URL('..', import.meta.url));

type Group = readonly [title: string, pages: readonly (readonly [text: string, page: string])[]];

const ENGLISH: readonly Group[] = [
  [
    'Start here',
    [
      ['Five minutes', 'get-started'],
      ['Try it', 'live'],
      ['How it thinks', 'concepts'],
      ['Beside other products', 'comparison'],
      ['Questions', 'faq'],
    ],
  ],
  [
    'Product teams',
    [
      ['Writing triggers', 'triggers'],
      ['Every key', 'triggers-reference'],
      ['Status and incidents', 'status'],
      ['Reaching a person', 'contact'],
      ['Finding mistakes', 'check'],
      ['Trying on recordings', 'replay'],
      ['Recordings of rrweb', 'recordings'],
    ],
  ],
  [
    'Developers',
    [
      ['Your page: steps, anchors, events', 'page'],
      ['API', 'api'],
      ['Frameworks', 'frameworks'],
      ['On a server', 'ssr'],
      ['Inspector', 'inspector'],
      ['Testing', 'testing'],
      ['Signals', 'signals'],
      ['How well they are detected', 'detection'],
      ['Problem codes', 'problems'],
      ['How it is built', 'architecture'],
      ['Upgrading', 'upgrading'],
    ],
  ],
  [
    'Designers',
    [
      ['Look: tokens, parts, states', 'design'],
      ['Every widget in pictures', 'gallery'],
    ],
  ],
  [
    'Legal and security',
    [
      ['Privacy', 'privacy'],
      ['Security and PCI DSS', 'security'],
      ['Accessibility', 'accessibility'],
      ['Reliability', 'reliability'],
      ['Random input', 'fuzzing'],
      ['What it costs', 'performance'],
    ],
  ],
  [
    'Data teams',
    [
      ['Events', 'events'],
      ['Where they go', 'reporting'],
      ['Reports', 'insights'],
      ['How far verdicts go', 'guardrail'],
      ['At scale', 'scale'],
    ],
  ],
  [
    'The project',
    [
      ['Changes', 'project/changes'],
      ['Contributing', 'project/contributing'],
      ['Reporting a vulnerability', 'project/security-policy'],
      ['The demo shop', 'project/demo-shop'],
    ],
  ],
];

const SPANISH: readonly Group[] = [
  [
    'En español',
    [
      ['En cinco minutos', 'es/get-started'],
      ['Escribir disparadores', 'es/triggers'],
    ],
  ],
  [
    'En inglés',
    [
      ['Pruébalo', 'live'],
      ['Cómo decide', 'concepts'],
      ['Todas las claves', 'triggers-reference'],
      ['API', 'api'],
      ['Privacidad', 'privacy'],
      ['Preguntas', 'faq'],
    ],
  ],
];

/** Pages of the project itself are made of files outside of docs. */
const exists = (page: string) => page.startsWith('project/') || existsSync(`${DOCS}${page}.md`);

const sidebar = (groups: readonly Group[]): DefaultTheme.SidebarItem[] =>
  groups.map(([text, pages]) => ({
    text,
    items: pages
      .filter(([, page]) => exists(page))
      .map(([title, page]) => ({ text: title, link: `/${page}` })),
  }));

export const english: DefaultTheme.SidebarItem[] = sidebar(ENGLISH);
export const spanish: DefaultTheme.SidebarItem[] = sidebar(SPANISH);
