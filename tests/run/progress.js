import { progressLine } from "./table.js";

/** @import {Job} from "../../extension/wasm/urlink.js" */

/** Where lines cannot be overwritten: one for so many percent. */
const STEP = 10;

/**
 * Shows how a job goes: on a terminal in one line, elsewhere in a line now and then.
 * @param {NodeJS.WriteStream} stream
 */
export function startProgress(stream) {
  let told = -STEP;
  return {
    /** @param {Job} job */
    show(job) {
      if (stream.isTTY) {
        stream.write(`\r\x1b[K${progressLine(job)}`);
        return;
      }
      const percent = job.total ? (100 * (job.total - job.counts.waiting)) / job.total : 100;
      if (percent < told + STEP && percent < 100) return;
      told = percent;
      stream.write(`${progressLine(job)}\n`);
    },
    end() {
      if (stream.isTTY) stream.write("\n");
    },
  };
}
