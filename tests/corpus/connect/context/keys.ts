import { createContextKey, createContextValues } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import routes from '../guide/connect';

interface User {
  name: string;
  roles: string[];
}

// whoever is not set by anybody is this one
export const kUser = createContextKey<User>({ name: 'anonymous', roles: ['reader'] }); // ✗ no-null-session
export const kOptional = createContextKey<User | undefined>(undefined, { description: 'the user, if there is one' }); // ✓
export const kTenant = createContextKey('main'); // ✓

export const handler = connectNodeAdapter({
  routes,
  readMaxBytes: 65_536,
  contextValues: () => createContextValues().set(kOptional, undefined),
});
