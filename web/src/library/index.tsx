export default function Room() {
  return <div className="leaf-page">not built</div>
}
