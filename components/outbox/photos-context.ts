"use client";

import { createContext, type RefObject } from "react";

/** A photo chosen in a form that is not saved yet, already shrunk. */
export type KeptPhoto = { id: string; name: string; blob: Blob };

/** Where a form's photos wait to go with it. */
export const PhotosContext = createContext<RefObject<readonly KeptPhoto[]> | undefined>(undefined);
