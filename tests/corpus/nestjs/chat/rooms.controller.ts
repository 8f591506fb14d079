import { exec } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Controller, createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { GrpcMethod, MessagePattern, Payload } from '@nestjs/microservices'

/** Whose certificate the call came with. */
const Member = createParamDecorator((_data: unknown, context: ExecutionContext) => context.switchToRpc().getContext<{ member: string }>().member)

@Controller()
export class RoomsController {
  @MessagePattern('rooms.export')
  export(@Payload() request: { room: string }) {
    exec(`tar cf /tmp/export.tar rooms/${request.room}`) // ✗ no-peer-data-in-sink
    return { started: true }
  }

  @GrpcMethod('Rooms', 'Read')
  read(request: { room: string }) {
    return readFile(path.join('rooms', request.room)) // ✗ no-peer-data-in-sink
  }

  @MessagePattern('rooms.mine')
  mine(@Member() member: string) {
    return readFile(path.join('members', member)) // ? unknown: what a decorator makes of the call
  }
}
