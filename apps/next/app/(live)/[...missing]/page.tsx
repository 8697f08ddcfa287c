import { notFound } from 'next/navigation'

/** Every other address. Made per request, so that its scripts get a nonce like those of any page here. */
export default function MissingPage(): never {
  notFound()
}
