import { IsString, MaxLength } from 'class-validator'

/** As the contract generator writes them. */
export interface BuildRequest { month: string; format: string }

export class ExportRequest {
  @IsString() @MaxLength(20) month!: string
}
