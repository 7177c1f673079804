// Answers every request after a while with some JSON, in a process of its own.
// node server.cjs <latency in ms> <size of the answer in bytes>; sends its port to the parent.
const { createServer } = require('node:http');

const [latency, size] = process.argv.slice(2).map(Number);
const body = JSON.stringify({ success: true, data: 'x'.repeat(size) });
const server = createServer({ keepAlive: true }, (request, response) => {
	request.resume();
	request.on('end', () => {
		setTimeout(() => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(body);
		}, latency);
	});
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
