import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, sources } from './error-texts';

/** What writes to n8n's log or to the console, and at which level. */
const LINES = sources('credentials', 'nodes').flatMap(({ fileName, text }) =>
	[...text.matchAll(/\b(?:logger|LoggerProxy|console)\b(?:\.(\w+))?/g)].map(([, level]) => ({
		fileName,
		level,
	})),
);

it('six lines are logged, one of them for debugging', () => {
	expect(LINES.map(({ fileName, level }) => `${level} ${fileName}`).sort()).toEqual([
		'debug nodes/shared/trigger/poll.ts',
		'warn nodes/Su/trigger/hand-over.ts',
		'warn nodes/Su/trigger/poll.ts',
		'warn nodes/shared/garbled.ts',
		'warn nodes/shared/trigger/hand-over.ts',
		'warn nodes/shared/trigger/receive-notification.ts',
	]);
});

it('the page about secrets names each file that logs, and no other', () => {
	const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
	const section = page.split(/^## /m).find((part) => part.startsWith('What is logged\n')) ?? '';
	const named = [...section.matchAll(/^\|.*`(nodes\/[\w/.-]+)` +\|$/gm)].map(([, file]) => file);
	expect(named.sort()).toEqual(LINES.map(({ fileName }) => fileName).sort());
});
