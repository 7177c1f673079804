// Prints what an unpacked package offers, as JSON: the exports of its index.js, and each class that
// its package.json names for n8n, as n8n sees it (functions are left out).
//
//   node classes.cjs <directory>
const { join } = require('node:path');

const directory = process.argv[2];
const { n8n } = require(join(directory, 'package.json'));

function describe(file) {
	const classes = Object.entries(require(join(directory, file)));
	return classes.map(([className, Class]) => {
		const instance = new Class();
		const hooks = Object.keys(instance).filter((name) => typeof instance[name] === 'function');
		return { file, className, hooks, ...instance };
	});
}

console.log(
	JSON.stringify({
		exports: Object.entries(require(join(directory, 'index.js'))).map(([name, value]) => [
			name,
			typeof value,
		]),
		credentials: n8n.credentials.flatMap(describe),
		nodes: n8n.nodes.flatMap(describe),
	}),
);
