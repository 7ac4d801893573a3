import { parseAst } from 'vite';
import { isObject } from '../../block-kit/json.js';

/** A string of a source file that a person may read; what is filled in stands in braces. */
export type Sentence = string;

/**
 * The sentences, labels and pieces of sentences that stand in a TypeScript source, in order. What only the log, a type or
 * another module reads is none of them.
 */
export function sentencesIn(source: string): Sentence[] {
  const found: Sentence[] = [];
  visit(parseAst(source, { lang: 'ts' }), source, found);
  return found.filter(isRead);
}

function visit(node: unknown, source: string, found: Sentence[]): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, source, found);
    return;
  }
  if (!isObject(node) || typeof node['type'] !== 'string' || isUnread(node, source)) return;
  if (node['type'] === 'Literal' && typeof node['value'] === 'string') found.push(node['value']);
  if (node['type'] === 'TemplateLiteral') found.push(filledIn(node, source));
  // A key, and the name of a property that is asked for, are names of the code.
  const isName = node['computed'] !== true;
  for (const [key, value] of Object.entries(node))
    if (!(isName && (key === 'key' || key === 'property'))) visit(value, source, found);
}

/** Imports, types, regular expressions, comparisons and what the log alone is told. */
function isUnread(node: Record<string, unknown>, source: string): boolean {
  switch (node['type']) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSTypeAnnotation':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeParameterInstantiation':
      return true;
    case 'CallExpression':
      return LOG.test(textOf(node['callee'], source));
    default:
      return false;
  }
}

const LOG = /(?:^|\.)log\??\.(?:debug|info|warn|error)$|^z\.(?:literal|enum)$/;

/** "You have {limit} watches": an expression stands for what it gives. */
function filledIn(node: Record<string, unknown>, source: string): Sentence {
  const quasis = [node['quasis']].flat();
  const expressions = [node['expressions']].flat();
  return quasis
    .map((quasi, index) => {
      const value = isObject(quasi) && isObject(quasi['value']) ? quasi['value']['cooked'] : '';
      const next = expressions[index];
      return `${String(value)}${next === undefined ? '' : `{${shortName(textOf(next, source))}}`}`;
    })
    .join('');
}

/** What an expression is about: the last name in it, or three dots where it is a choice of words. */
function shortName(expression: string): string {
  return /^[\w.]+$/.test(expression) ? (expression.split('.').at(-1) ?? '') : '…';
}

function textOf(node: unknown, source: string): string {
  if (!isObject(node)) return '';
  const { start, end } = node;
  return typeof start === 'number' && typeof end === 'number' ? source.slice(start, end) : '';
}

/** Two words, or one that begins like a label. Code in a string has signs that no sentence has, a list of words no end. */
function isRead(text: Sentence): boolean {
  const words = text.replaceAll(/\{[^}]*\}/g, ' ');
  if (/[<>=\\^]|\(\?:|\b(?:select|insert|vacuum into)\b/i.test(words)) return false;
  if (words.split(/\s+/).length > LIST && !/[.:;,?!]/.test(words)) return false;
  return /\p{L}\S* +\S*\p{L}/u.test(text) || /^\p{Lu}\p{Ll}{2,}$/u.test(text);
}

/** A sentence of more words has a stop or a comma. */
const LIST = 20;
