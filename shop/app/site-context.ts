import { createContext } from 'react-router';
import type { Site } from './site.ts';

/** The running site, handed to every route by the server. */
export const siteContext = createContext<Site>();

/** Network address of whoever sent the request. */
export const callerContext = createContext<string>();
