// Processor time of a server and its children, from /proc. Wall time lies on a busy machine, this does not. Used by queue.ts and simulation.ts.
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Fields of /proc/<pid>/stat behind the name; null when the process is gone. */
function stat(pid: number | string): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

const at = (fields: string[], index: number) => Number(fields[index] ?? 0);

/** Seconds of processor used by a process, its living children, and those it has reaped. */
export function cpuSeconds(pid: number): number {
  const own = stat(pid);
  if (!own) return 0;
  const [utime, stime, reapedUser, reapedSystem] = [at(own, 11), at(own, 12), at(own, 13), at(own, 14)];
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(stat)
    .filter((fields) => fields !== null && at(fields, 1) === pid)
    .reduce((sum, fields) => sum + (fields ? at(fields, 11) + at(fields, 12) : 0), 0);
  return (utime + stime + reapedUser + reapedSystem + children) / ticksPerSecond;
}

/** Seconds of processor used by this program itself. */
export function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Milliseconds of processor that one process has used, to the nanosecond: for a single call of a connection's own server process. */
export function cpuMilliseconds(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}
