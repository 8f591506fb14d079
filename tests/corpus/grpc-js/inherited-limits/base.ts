import { logVerbosity, setLogVerbosity, type ChannelOptions } from '@grpc/grpc-js'

setLogVerbosity(logVerbosity.ERROR)

export class Connection {
  protected readonly options: ChannelOptions

  constructor(protected readonly address: string, more?: ChannelOptions) {
    this.options = {
      'grpc.max_receive_message_length': -1, // ✗ no-unlimited-message
      'grpc.keepalive_time_ms': 10_000,
      ...more,
    }
  }
}
