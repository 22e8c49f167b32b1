import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

export const usePacks = () => useQuery({ queryKey: ['packs'], queryFn: () => api.listPacks({}), staleTime: Infinity })
