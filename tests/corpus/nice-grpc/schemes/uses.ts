import { createClient } from 'nice-grpc';
import { UsersDefinition } from '../gen/users';
import { channelTo } from './from-environment';

export const near = createClient(UsersDefinition, channelTo('localhost:50051')); // ✓
export const far = createClient(UsersDefinition, channelTo('users.prod.example.com:50051')); // ✗ require-encryption
export const sealed = createClient(UsersDefinition, channelTo('https://users.prod.example.com')); // ✓
