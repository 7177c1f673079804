// Prints what the official scanner's rules find below a directory, warnings included, as JSON.
//
//   node scan.mjs <directory> source     the files that the scanner reads in a repository
//   node scan.mjs <directory> tarball    the files that it reads in a published package
import { relative } from 'node:path';
import {
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

const [directory, kind] = process.argv.slice(2);
const patterns = kind === 'source' ? SOURCE_FILE_PATTERNS : ['**/*.js', 'package.json'];

const eslint = new ESLint({
	cwd: directory,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
});
const results = await eslint.lintFiles(patterns);
const found = results.flatMap(({ filePath, messages }) =>
	messages.map(({ line, ruleId, severity, message }) => {
		const level = severity === 2 ? 'error' : 'warning';
		return `${relative(directory, filePath)}:${line} ${level} ${ruleId ?? ''}: ${message}`;
	}),
);
console.log(JSON.stringify({ files: results.length, found }));
