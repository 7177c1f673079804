import { existsSync, readFileSync } from 'node:fs';

/** Linux counts in ticks of 10 ms, whatever the kernel's own are. */
const TICK_IN_MS = 10;
const USER = 11;
const SYSTEM = 12;

/**
 * Milliseconds of computing that a process has taken so far, on all cores together; NaN where the
 * system does not tell (proc_pid_stat(5)).
 */
export function cpuTimeOf(pid: number): number {
	const file = `/proc/${pid}/stat`;
	if (!existsSync(file)) return NaN;
	const text = readFileSync(file, 'utf8');
	// The name of the command comes before these, in brackets, and may hold blanks.
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_IN_MS;
}
