import * as http from 'http';
import { createHaberdasherServer } from '../gen/haberdasher.twirp';

const server = createHaberdasherServer({
  async MakeHat(_ctx, request) {
    return { inches: request.inches, color: 'red' };
  },
});

http.createServer(server.httpHandler()).listen(8080, () => console.log('Listening on port 8080')); // ✗ require-encryption, no-unlimited-message, no-error-detail-leak
