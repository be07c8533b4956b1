// Whatever card is active can be done: by a function here, or by a registered agent with its capability.
import { expect, it } from 'vitest';
import { cardNames, readCard } from '../../../tests/cards.ts';
import { contextOf } from '../../../tests/run-skill.ts';
import { createSkills } from './registry.ts';

it('has a function for every active card that no capability is asked for', () => {
  const { skillFor } = createSkills({}, []);
  const cards = cardNames()
    .map(readCard)
    .filter(({ active, capability }) => active && capability === undefined);
  expect(cards.length).toBeGreaterThan(100);
  expect(cards.filter(({ name }) => skillFor(contextOf(name, {})) === null).map(({ name }) => name)).toEqual([]);
});
