import * as http from 'node:http';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import routes from './connect';

http.createServer(connectNodeAdapter({ routes })).listen(8080); // ✗ no-unlimited-message, require-encryption
