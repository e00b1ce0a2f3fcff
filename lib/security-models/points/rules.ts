import type { Day } from "@/lib/core/days";

type Span = { startedOn: Day | null; endedOn: Day | null };

/** In force on a day: begun, and not ended yet; the day of the end is the first one without it (T14). */
export const inForceOn = ({ startedOn, endedOn }: Span, day: Day): boolean =>
  startedOn !== null && startedOn <= day && (endedOn === null || day < endedOn);

/**
 * Coordinates as they are pasted from a map: "10.0345, 105.7469" or "10,0345; 105,7469", latitude first, in degrees
 * (WGS 84), within Vietnam and its islands; undefined when it is no such pair.
 */
export function readCoordinates(text: string): { latitude: number; longitude: number } | undefined {
  const number = "(\\d{1,3}(?:[.,]\\d{1,10})?)";
  const match =
    new RegExp(`^${number.replace("[.,]", "\\.")}[\\s,;]+${number.replace("[.,]", "\\.")}$`).exec(
      text.trim(),
    ) ?? new RegExp(`^${number}(?:\\s*;\\s*|\\s+)${number}$`).exec(text.trim());
  if (!match) return undefined;
  const [latitude = 0, longitude = 0] = match.slice(1).map((value) => Number(value.replace(",", ".")));
  return latitude >= 8 && latitude <= 24 && longitude >= 102 && longitude <= 118
    ? { latitude, longitude }
    : undefined;
}

/** Coordinates as one line that `readCoordinates` reads again. */
export const writeCoordinates = (latitude: number | null, longitude: number | null): string | undefined =>
  latitude === null || longitude === null ? undefined : `${latitude}, ${longitude}`;
