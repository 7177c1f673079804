import { notify } from '../simulator/notifier';
import {
	pledgBack,
	pledgError,
	pledgNotifications,
	pledgTransfer,
} from '../simulator/notifierPledg';
import { connect } from './harness/client';
import { startN8n } from './harness/n8n';
import { packPackage } from './harness/pack';
import { poll } from './harness/rest';
import { finishedRunsOf, publish, runsOf } from './harness/trigger';
import {
	distinct,
	NO_OPERATION,
	pledgWorkflow,
	REFERENCE,
	references,
	SECRET,
	succeeded,
} from './pledg';

const ACKNOWLEDGEMENT = '{"received":true}';
/** Keeps executions at work, so that some are when n8n is killed. */
const WAIT = {
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { resume: 'timeInterval', amount: 0.3, unit: 'seconds' },
};

describe('a killed n8n', () => {
	it.each(['lastNode', 'onReceived'])(
		'in the middle of 200 notifications, and an orderly restart (%s)',
		async (responseMode) => {
			const tarball = await packPackage();
			let own = await startN8n({ tarball });
			const { userFolder, port } = own;
			try {
				const connected = await connect(own);
				const workflow = await pledgWorkflow(connected, { responseMode }, [WAIT, NO_OPERATION]);
				const { path, workflowId } = await publish(connected, workflow);
				const delivering = notify(own.url + path, pledgNotifications(200, SECRET), {
					concurrency: 20,
					repeats: 0.3,
					isReordered: true,
					attempts: 200,
					pauseMs: 500,
					// While it starts, n8n answers 200 "n8n is starting up" to everything. A load balancer
					// that asks for /healthz/readiness keeps that from a provider.
					acknowledgement: ACKNOWLEDGEMENT,
				});
				await poll(
					async () => {
						const done = succeeded(await runsOf(userFolder, workflowId, REFERENCE));
						return done.length >= 20 ? done : undefined;
					},
					60_000,
					'Nothing was delivered.',
				);
				await own.kill();
				own = await startN8n({ tarball, userFolder, port });
				const { undelivered, answers } = await delivering;
				expect(undelivered).toEqual([]);
				expect(answers.filter(({ status }) => status === 0).length).toBeGreaterThan(0);

				const all = await finishedRunsOf(userFolder, workflowId, REFERENCE);
				const done = succeeded(all);
				const missing = distinct(200).filter((each) => !references(done).includes(each));
				const crashed = all.length - done.length;
				console.log(
					JSON.stringify({
						responseMode,
						executions: all.length,
						crashed,
						missing: missing.length,
						answeredWhileStarting: answers.filter(({ body }) => body.includes('starting up'))
							.length,
					}),
				);
				if (responseMode === 'lastNode') expect(missing).toEqual([]);
				// Answered at once, what the crash cut off is lost: n8n shows as many crashed executions.
				else expect(missing.length).toBeLessThanOrEqual(crashed);

				const later = [pledgBack('order_200', SECRET), pledgTransfer('order_201', SECRET)];
				await notify(own.url + path, later);
				await own.stop();
				own = await startN8n({ tarball, userFolder, port });
				await notify(own.url + path, [...later, pledgError('order_202', SECRET)]);
				const started = await finishedRunsOf(userFolder, workflowId, 'order_20\\d');
				const again = responseMode === 'lastNode' ? ['order_201'] : [];
				expect(references(started.filter(({ found }) => found !== null))).toEqual(
					['order_200', 'order_201', ...again, 'order_202'].sort(),
				);
			} finally {
				await own.remove();
			}
		},
		300_000,
	);
});
