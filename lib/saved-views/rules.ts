import { longestView, type SavedList, savedLists } from "./catalog";

/** The part of an address that makes up a view of a list, its parameters in one order; everything else is left out. */
export function viewOf(list: SavedList, address: string): string {
  const asked = new URLSearchParams(address.slice(0, longestView));
  const kept = new URLSearchParams();
  for (const name of savedLists[list].parameters) {
    const value = asked.getAll(name).filter(Boolean).join(".");
    // Today's boundaries are what a list opens with anyway.
    if (value && !(name === "boundary" && value === "current")) kept.set(name, value);
  }
  return kept.toString();
}

/** The address of a view. */
export const viewHref = (list: SavedList, view: string): string =>
  view ? `${savedLists[list].path}?${view}` : savedLists[list].path;

type Typed = Record<string, unknown>;

/** Where somebody goes on after a view was kept: the view itself. */
export const keptAt = ({ list, view }: Typed): string => backTo(list as SavedList, { view });

/** The list as it was looked at. */
export const backTo = (list: SavedList, { view }: Typed): string =>
  viewHref(list, viewOf(list, String(view ?? "")));
