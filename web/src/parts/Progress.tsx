import { t } from "../words";
import { isUnderWay, type Work } from "./jobs";

/** How far a job is, with the way to stop it; or why it failed. */
export function Progress({ work }: { work: Work }) {
  const { job, fault } = work;
  if (fault) return <p class="formfault" role="alert">{fault}</p>;
  if (!job) return null;
  if (job.state === "failed") return <p class="formfault" role="alert">{job.message}</p>;
  if (job.state === "stopped") return <p class="quiet" role="status">{t("more.stopped")}</p>;
  if (!isUnderWay(job)) return null;
  const share = job.of ? Math.floor((100 * job.count) / job.of) : 0;
  return (
    <div class="progress" data-testid="progress">
      {job.of
        ? <progress max={job.of} value={job.count} aria-label={t("more.progress")} />
        : <progress aria-label={t("more.progress")} />}
      <span role="status">{job.of ? t("more.share", { share }) : t("more.working")}</span>
      <button data-testid="stop" onClick={work.stop}>{t("more.stop")}</button>
    </div>
  );
}
