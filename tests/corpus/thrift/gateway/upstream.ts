import thrift from 'thrift';
import * as Users from '../gen/users';

const options = { transport: thrift.TFramedTransport, timeout: 2000, connect_timeout: 1000 };

export const users = thrift.createClient(Users, thrift.createSSLConnection('users.internal', 9093, options));

/** Gives up by itself: whoever waits is told that the connection is gone. */
const guarded = thrift.createSSLConnection('users.internal', 9093, options);
guarded.on('timeout', () => guarded.destroy());
export const patient = thrift.createClient(Users, guarded);
