import type { FieldProblems } from '@open12345/contract/public-page'
import type { FileView } from '@open12345/contract/work-order'
import type { Say } from '../../say.ts'
import { sizeText } from '../../text.ts'
import { described, Field } from './field.tsx'

const endings = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.mp3,.wav,.mp4'

type Props = { readonly say: Say; readonly problems: FieldProblems; readonly uploads: readonly FileView[]; readonly most: number }

const Kept = ({ say, uploads }: Pick<Props, 'say' | 'uploads'>) => (
  <ul className="uploads">
    {uploads.map(({ fileId, name, size }) => (
      <li key={fileId}>
        <label>
          <input type="checkbox" name="fileIds" value={fileId} defaultChecked /> {name} <small>{sizeText(size)}</small>
        </label>
      </li>
    ))}
    {uploads.length > 0 ? <li className="hint">{say('不要的，去掉勾选。', 'Untick what you do not want to send.')}</li> : null}
  </ul>
)

/** Works as a plain file field; the script uploads each file at once, with progress and retry. */
export const Attachments = ({ say, problems, uploads, most }: Props) => (
  <Field
    name="files"
    problems={problems}
    label={say('照片和材料（可不传）', 'Photos and papers (optional)')}
    hint={say(
      `最多${most}个，每个不超过20 MB：照片、PDF、Word、Excel、录音、视频。照片里的拍摄地点和时间会自动去掉。`,
      `Up to ${most}, 20 MB each: photos, PDF, Word, Excel, sound, video. Where and when a photo was taken is removed from it.`,
    )}
  >
    <div
      data-uploads=""
      data-most={most}
      data-sending={say('正在上传', 'Sending')}
      data-sent={say('已上传', 'Sent')}
      data-waiting={say('网络不好，正在重试', 'Bad line, trying again')}
      data-retry={say('重试', 'Try again')}
      data-remove={say('去掉', 'Remove')}
      data-too-large={say('超过 20 MB，请换小一点的', 'Larger than 20 MB')}
      data-too-many={say('数量已满', 'No more files can be added')}
      data-failed={say('没有传上去', 'Not sent')}
    >
      <Kept say={say} uploads={uploads} />
      <input id="files" name="files" type="file" multiple accept={endings} {...described({ name: 'files', problems }, true)} />
    </div>
  </Field>
)
