import { exec } from 'node:child_process'
import { Controller, UseGuards } from '@nestjs/common'
import { GrpcMethod, GrpcStreamCall, GrpcStreamMethod } from '@nestjs/microservices'
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js'
import { map, type Observable, Subject } from 'rxjs'
import { TokenGuard } from '../hybrid/guards'
import { archive, type Exposure, type Image } from './archive'

@Controller()
@UseGuards(TokenGuard)
export class TelescopeController {
  /** The call itself, as gRPC has it. */
  @GrpcStreamCall('Telescope', 'Watch')
  watch(call: ServerDuplexStream<Exposure, Image>) {
    call.on('data', (exposure: Exposure) => {
      const { filter } = JSON.parse(exposure.settings) // ✗ no-crash-on-bad-call
      call.write({ name: filter })
    })
    call.on('end', () => call.end())
  }

  @GrpcStreamCall('Telescope', 'Convert')
  convert(call: ServerReadableStream<Exposure, Image>, callback: sendUnaryData<Image>) {
    call.on('data', (exposure: Exposure) => exec(`convert ${exposure.file}`)) // ✗ no-peer-data-in-sink
    call.on('end', () => callback(null, { name: 'done' }))
  }

  @GrpcStreamCall('Telescope', 'Store')
  async store(call: ServerReadableStream<Exposure, Image>, callback: sendUnaryData<Image>) { // ✗ no-crash-on-bad-call
    for await (const exposure of call) await archive.keep(exposure as Exposure)
    callback(null, { name: 'stored' })
  }

  @GrpcStreamCall('Telescope', 'Keep')
  async keep(call: ServerReadableStream<Exposure, Image>, callback: sendUnaryData<Image>) { // ✓
    try {
      for await (const exposure of call) await archive.keep(exposure as Exposure)
      callback(null, { name: 'kept' })
    } catch {
      callback({ code: 13, details: 'not kept' })
    }
  }

  @GrpcStreamMethod('Telescope', 'Follow')
  follow(exposures: Observable<Exposure>): Observable<Image> {
    const images = new Subject<Image>()
    exposures.subscribe({
      next: exposure => { images.next({ name: JSON.parse(exposure.settings).filter }) }, // ✗ no-crash-on-bad-call
      complete: () => images.complete(),
    })
    return images.asObservable()
  }

  @GrpcStreamMethod('Telescope', 'Print')
  print(exposures: Observable<Exposure>): Observable<Image> {
    exposures.subscribe(({ file }) => { exec(`lp ${file}`) }) // ✗ no-peer-data-in-sink
    return exposures.pipe(map(({ file }) => ({ name: file })))
  }

  /** NestJS answers with an error itself. */
  @GrpcMethod('Telescope', 'Show')
  async show(image: Image) { // ✓
    return archive.show(image.name)
  }
}
