export default function Tab() {
  return <div className="leaf-page">not built</div>
}
