import type { Choice } from "@/components/forms/choice-fields";
import type { LinkedPoint } from "@/lib/outreach-sessions/queries";

/**
 * Offers the points of the unit that a form chooses, as they run on its day: asks whenever either changes. What is
 * ticked stays offered, and where nothing answers all there was. Returns what ends it.
 */
export function followUnit(form: HTMLFormElement, offer: (update: (now: Choice[]) => Choice[]) => void) {
  let asked = "";
  async function ask() {
    const typed = new FormData(form);
    const [unit, day] = [String(typed.get("unitId") ?? ""), String(typed.get("heldOn") ?? "")];
    const query = new URLSearchParams({ unit, day }).toString();
    if (!unit || query === asked) return;
    asked = query;
    const answer = await fetch(`/api/field/v1?${query}`).catch(() => undefined);
    if (asked !== query) return; // chosen anew meanwhile
    if (!answer?.ok) asked = "";
    else offer(withFound(form, ((await answer.json()) as { points: LinkedPoint[] }).points));
  }
  const changed = ({ target }: Event) => {
    if (["unitId", "heldOn"].includes((target as HTMLInputElement).name)) void ask();
  };
  form.addEventListener("change", changed);
  void ask();
  return () => form.removeEventListener("change", changed);
}

function withFound(form: HTMLFormElement, points: readonly LinkedPoint[]) {
  const found = points.map(({ id, model, site }) => ({ value: id, label: `${model} – ${site}` }));
  const ticked = new Set(new FormData(form).getAll("pointIds"));
  return (now: Choice[]) => [
    ...now.filter(({ value }) => ticked.has(value) && !points.some(({ id }) => id === value)),
    ...found,
  ];
}
