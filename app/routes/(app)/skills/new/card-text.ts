// A stored skill as the Markdown card that it could have been pasted as. Called when a skill is changed that the form cannot show; fetches the YAML writer then.
import type { SkillCardRow } from '$lib/api/skills.ts';

export async function cardText(skill: SkillCardRow): Promise<string> {
  const { stringify } = await import('yaml');
  const front = {
    name: skill.key,
    title: skill.name,
    category: skill.category,
    kind: skill.kind,
    description: skill.description,
    ...(skill.is_private && { is_private: true }),
    ...(skill.tools.length > 0 && { tools: skill.tools }),
    ...(skill.hosts.length > 0 && { hosts: skill.hosts }),
    ...(skill.request && { request: skill.request }),
    input_schema: skill.input_schema,
    output_schema: skill.output_schema,
  };
  return `---\n${stringify(front)}---\n\n${skill.prompts.join('\n\n---prompt---\n\n')}\n`;
}
