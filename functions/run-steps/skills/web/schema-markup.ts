// Skill schema-markup: the label for search engines put into a page, true to what is seen. In web-skills.ts.
import { Parser } from 'htmlparser2';
import { parsePage } from '../../../_shared/crawler/page.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { isNode, type LabelNode, type Problem, pruneLabel, typeName } from './prune-label.ts';
import { readVisible } from './visible-values.ts';
import { webPhrases } from './web-phrases.ts';

type Script = { from: number; to: number; source: string };

/** Labels that stand in the page, where they begin and end. */
function labelsIn(html: string): { scripts: Script[]; headEnd: number } {
  const scripts: Script[] = [];
  const open: Script[] = [];
  let headEnd = -1;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' && attributes.type?.trim().toLowerCase() === 'application/ld+json')
        open.push({ from: parser.startIndex, to: -1, source: '' });
    },
    ontext(text) {
      const [script] = open;
      if (script) script.source += text;
    },
    onclosetag(name, isImplied) {
      if (name === 'head' && !isImplied && headEnd < 0) headEnd = parser.startIndex;
      const script = name === 'script' ? open.pop() : undefined;
      if (script) scripts.push({ ...script, to: parser.endIndex + 1 });
    },
  });
  parser.write(html);
  parser.end();
  return { scripts, headEnd };
}

/** Top nodes of a label: a graph, a list or one. @throws SyntaxError */
function nodesOf(source: string): LabelNode[] {
  const parsed: unknown = JSON.parse(source);
  const graph: unknown = isNode(parsed) ? (parsed['@graph'] ?? parsed) : parsed;
  const top: unknown[] = Array.isArray(graph) ? graph : [graph];
  return top.filter(isNode).map(({ '@context': _context, ...node }) => node);
}

const keyOf = (node: LabelNode): string => `${typeName(node)}|${typeof node.name === 'string' ? node.name.trim().toLowerCase() : ''}`;

/** Scripts that say again what the new label says; a broken one says nothing and stays. */
function doubled(scripts: Script[], nodes: LabelNode[]): Script[] {
  const keys = new Set(nodes.map(keyOf));
  return scripts.filter(({ source }) => {
    try {
      return nodesOf(source).some((node) => keys.has(keyOf(node)));
    } catch {
      return false;
    }
  });
}

function insert(html: string, nodes: LabelNode[], problems: Problem[]): string {
  const { scripts, headEnd } = labelsIn(html);
  const old = doubled(scripts, nodes);
  for (const { source } of old) problems.push({ property: '@type', problem: 'duplicate', detail: source.trim().slice(0, 200) || '–' });
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c');
  const label = `<script type="application/ld+json">${json}</script>`;
  const at = headEnd >= 0 ? headEnd : 0;
  const cuts = [...old.map(({ from, to }) => ({ from, to, put: '' })), { from: at, to: at, put: label }].toSorted(
    (a, b) => b.from - a.from || b.to - a.to,
  );
  return cuts.reduce((text, { from, to, put }) => text.slice(0, from) + put + text.slice(to), html);
}

export const schemaMarkup: SkillFunction = ({ context }) => {
  const { html, json_ld } = context.input as { html: string; json_ld: string };
  const problems: Problem[] = [];
  let nodes: LabelNode[] = [];
  try {
    nodes = nodesOf(json_ld);
  } catch (error) {
    problems.push({ property: 'json_ld', problem: 'malformed', detail: error instanceof Error ? error.message.slice(0, 200) : 'no JSON' });
  }
  const visible = readVisible(parsePage(html, new URL('https://page.invalid/')));
  const kept = nodes
    .filter((node) => typeName(node) !== '')
    .map((node) => pruneLabel(node, visible, problems))
    .filter((node) => node !== null);
  const inserted = kept.length > 0;
  const removed = problems.filter(({ problem }) => problem === 'not_visible').length;
  const types = [...new Set(kept.map(typeName))].slice(0, 10).map((type) => type.slice(0, 40));
  return {
    say: sayFrom(webPhrases, context.run.language, inserted ? 'marked' : 'not_marked', { types: types.join(', '), removed }),
    html: inserted ? insert(html, kept, problems) : html,
    inserted,
    problems: problems.slice(0, 40),
    types,
  };
};
