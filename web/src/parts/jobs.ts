// Jobs: begun, followed to their end, stopped when the person asks or leaves.
import { useEffect, useRef, useState } from "preact/hooks";
import { inCase } from "../actions";
import { ask } from "../session";
import type { JobShown, Options } from "../shapes";
import { current } from "../store";
import { faultOf } from "./answers";

const PAUSE = 300;

export interface Work {
  job: JobShown | null;
  fault: string;
  begin: (kind: string, options?: Partial<Options>) => void;
  stop: () => void;
}

export const isUnderWay = (job: JobShown | null): boolean =>
  job !== null && (job.state === "waiting" || job.state === "running");

/** One job of a screen; a new one takes the place of the one before. */
export function useJob(): Work {
  const [job, show] = useState<JobShown | null>(null);
  const [fault, blame] = useState("");
  const latest = useRef<string>("");

  const follow = async (id: string): Promise<void> => {
    while (latest.current === id) {
      const shown = await ask<JobShown>("GET", inCase(`/jobs/${id}`));
      if (latest.current !== id) return;
      show(shown);
      if (!isUnderWay(shown)) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };
  const end = (): void => {
    const id = latest.current;
    latest.current = "";
    if (id) void ask("DELETE", inCase(`/jobs/${id}`)).catch(() => undefined);
  };
  const begin = (kind: string, options: Partial<Options> = {}): void => {
    if (isUnderWay(job)) end();
    blame("");
    show(null);
    const { file, language } = current();
    const body = { kind, file: file ?? "", lang: language, options };
    ask<JobShown>("POST", inCase("/jobs"), body)
      .then((begun) => {
        latest.current = begun.id;
        show(begun);
        return follow(begun.id);
      })
      .catch((error: unknown) => blame(faultOf(error)));
  };
  const stop = (): void => {
    end();
    if (job) show({ ...job, state: "stopped" });
  };
  useEffect(() => () => end(), []);
  return { job, fault, begin, stop };
}
