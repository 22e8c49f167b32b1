import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

export type TopicList = 'hot' | 'warned' | 'decided'

export const useTopics = (list: TopicList) =>
  useQuery({ queryKey: keys.topics(list), queryFn: ({ signal }) => api.listTopics({ query: { list }, signal }) })
