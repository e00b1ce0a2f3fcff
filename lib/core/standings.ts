import { one, type SearchParams } from "./context";
import { type Day, isKnownDay, today } from "./days";

/**
 * An address with its day of standings no later than today. For pages whose figures nobody can know ahead: models,
 * points, awards, sessions. Pages of what is decided ahead (units, the ladder) read their address as it is.
 */
export function upToToday(params: SearchParams, now: Day = today()): SearchParams {
  return isAhead(one(params.asOf), now) ? { ...params, asOf: now } : params;
}

/** True of a day that an address can ask for and that has not come yet. */
export const isAhead = (asOf: string | undefined, now: Day = today()): boolean =>
  asOf !== undefined && isKnownDay(asOf) && asOf > now;
