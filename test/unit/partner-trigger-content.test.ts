import { redact } from '../../credentials/auth/redact';
import { calledAddress } from '../../nodes/Partner/trigger/address';
import { fieldsOf } from '../../nodes/Partner/trigger/payload';

it('reads a form with the same field very often in a time that grows with its length only', () => {
	const times = 200_000;
	const { a } = fieldsOf('a=1&'.repeat(times));
	// Where the list is copied for each value, it takes minutes, and the test is over before.
	expect(a).toHaveLength(times);
});

it('adds the query to a Public URL that was copied with a fragment', () => {
	const called = calledAddress('https://hooks.example.com/orders#top', '', '/webhook/1?shop=1');
	expect(called).toBe('https://hooks.example.com/orders?shop=1');
});

it.each(['base64', 'base64url'] as const)('redacts a secret in %s without padding', (encoding) => {
	const secret = 'a?>-shared-secret-of-ours';
	const text = Buffer.from(secret).toString(encoding).replace(/=+$/, '');
	expect(redact(`key=${text}`, [secret])).toBe('key=***');
});
