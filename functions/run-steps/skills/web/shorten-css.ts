// Shorter ways to write the same value: colours, numbers, zeros. Called by css-optimizer.ts, and by compare-css.ts to compare like with like.
import { type CssNode, generate, walk } from 'css-tree';

/** Units whose zero is a zero without unit; not those of time, angle or share, which must keep it. */
const lengths = new Set('px em rem ex ch vw vh vmin vmax cm mm in pt pc lh rlh vi vb dvh svh lvh'.split(' '));

const shortNumber = (written: string): string => {
  const value = Number(written);
  if (!Number.isFinite(value) || /e/i.test(written)) return written;
  return String(value)
    .replace(/^(-?)0\./, '$1.')
    .replace(/^-0$/, '0');
};

/** `#ffffff` is `#fff`; letters small. */
function shortHash(hex: string): string {
  const small = hex.toLowerCase();
  return /^[0-9a-f]{3,8}$/.test(small) &&
    small.length % 2 === 0 &&
    small.length >= 6 &&
    [...small].every((digit, at) => digit === small[at ^ 1])
    ? [...small].filter((_digit, at) => at % 2 === 0).join('')
    : small;
}

/** Changes the tree in place. Inside functions (calc, clamp) and custom properties zeros keep their unit. */
export function shortenValues(tree: CssNode): void {
  walk(tree, function shorten(node) {
    if (this.declaration?.property.startsWith('--')) return;
    if (node.type === 'Hash') node.value = shortHash(node.value);
    if (node.type === 'Number' || node.type === 'Dimension' || node.type === 'Percentage') node.value = shortNumber(node.value);
  });
  walk(tree, {
    visit: 'Dimension',
    enter(node, item) {
      const isPlain = this.function === null && this.declaration !== null && !this.declaration.property.startsWith('--');
      if (!isPlain || node.value !== '0' || !lengths.has(node.unit.toLowerCase()) || !item) return;
      // line-height: 0px is a length, 0 a factor; flex-basis in the shorthand asks for a unit in old engines
      if (/^(?:line-height|flex)$/.test(this.declaration?.property ?? '')) return;
      item.data = { type: 'Number', value: '0' };
    },
  });
}

export const written = (node: CssNode): string => generate(node);
