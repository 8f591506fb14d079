import koffi from 'koffi'

const kernel32 = koffi.load('kernel32.dll')
const CreateFileW = kernel32.func(
  'void * __stdcall CreateFileW(str16 name, uint32 access, uint32 share, void *security, uint32 disposition, uint32 flags, void *template)',
)

const GENERIC_READ_WRITE = 0xc000_0000
const OPEN_EXISTING = 3
const FILE_FLAG_OVERLAPPED = 0x4000_0000
const SECURITY_SQOS_PRESENT = 0x0010_0000
const SECURITY_IDENTIFICATION = 0x0001_0000
const SECURITY_DELEGATION = 0x0003_0000
const PIPE = '\\\\.\\pipe\\acme-agent'

export const open = () =>
  CreateFileW(PIPE, GENERIC_READ_WRITE, 0, null, OPEN_EXISTING, SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION, null) // ✓

export const openAsync = () =>
  CreateFileW(PIPE, GENERIC_READ_WRITE, 0, null, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, null) // ✗ no-excess-impersonation

export const openForBackup = () =>
  CreateFileW(
    PIPE,
    GENERIC_READ_WRITE,
    0,
    null,
    OPEN_EXISTING,
    SECURITY_SQOS_PRESENT | SECURITY_DELEGATION, // ✗ no-excess-impersonation
    null,
  )

export const openLog = () =>
  CreateFileW('C:\\ProgramData\\Acme\\agent.log', GENERIC_READ_WRITE, 0, null, OPEN_EXISTING, 0, null) // ✓ a file, no peer
